import { readFileSync } from 'node:fs';
import path from 'node:path';
import { XmlBufferInputProvider, XmlDocument, XmlValidateError, XsdValidator, xmlRegisterInputProvider } from 'libxml2-wasm';

const folder = path.resolve(import.meta.dirname, 'iati');
const bytes = (name: string) => new Uint8Array(readFileSync(path.join(folder, name)));
xmlRegisterInputProvider(new XmlBufferInputProvider({ 'iati-common.xsd': bytes('iati-common.xsd'), 'xml.xsd': bytes('xml.xsd') }));

let validator: XsdValidator | undefined;

/** What the schema of IATI 2.03 says against a document; empty where it is valid. */
export function schemaErrors(xml: string): string[] {
  validator ??= XsdValidator.fromDoc(XmlDocument.fromBuffer(bytes('iati-activities-schema.xsd'), { url: 'iati-activities-schema.xsd' }));
  const document = XmlDocument.fromString(xml);
  try {
    validator.validate(document);
    return [];
  } catch (error) {
    if (error instanceof XmlValidateError) return error.details.map((detail) => `${detail.line}: ${detail.message}`);
    throw error;
  } finally {
    document.dispose();
  }
}

/** Every value that an XPath finds, as text. */
export function valuesAt(xml: string, xpath: string): string[] {
  const document = XmlDocument.fromString(xml);
  try {
    return document.find(xpath).map((node) => node.content);
  } finally {
    document.dispose();
  }
}
