export function misplaced(files: string[]): string[];
