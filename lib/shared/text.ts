const unwanted = /(?![\n\t\u200c\u200d])[\p{Cc}\p{Cf}]/gu;

/** Text as it is stored: NFC, no control or invisible format characters (except line break, tab and joiners), trimmed. */
export const cleanText = (text: string): string => text.normalize('NFC').replace(/\r\n?/g, '\n').replace(unwanted, '').trim();
