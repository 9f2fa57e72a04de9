export function sourceHash(folder?: string): string;
