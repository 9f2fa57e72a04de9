/** Text as one types it in a hurry: no case, no diacritics, đ as d. */
export const searchForm = (text: string): string => text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase().replace(/đ/g, 'd').replace(/\s+/g, ' ').trim();
