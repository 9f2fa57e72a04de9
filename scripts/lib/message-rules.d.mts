type Messages = { [key: string]: string | Messages };
export function compare(languages: { en: Record<string, Messages>; cnr: Record<string, Messages> }): string[];
export function placeholders(text: string): string[];
export function missingKeys(file: string, text: string, has: (name: string) => boolean): string[];
