import type { create } from 'xmlbuilder2';

export type Xml = ReturnType<ReturnType<typeof create>['ele']>;

/** XML knows few control characters; the schema has no use for any. */
export const plain = (text: string): string => text.replace(/(?![\n\t])[\p{Cc}\ufffe\uffff]/gu, '').trim();

/** Adds an element that holds one narrative; nothing where there is no text. */
export function narrative(parent: Xml, element: string, attributes: Record<string, string>, text: string | null | undefined): void {
  if (text && plain(text)) parent.ele(element, attributes).ele('narrative').txt(plain(text));
}
