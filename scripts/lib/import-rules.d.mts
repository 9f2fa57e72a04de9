export type Import = { from: string; to: string; typeOnly: boolean };
export const rules: { name: string; why: string }[];
export const exceptions: { rule: string; from: string; to: string; reason: string }[];
export function forbiddenImports(imports: Import[]): string[];
export function cycles(imports: Import[]): string[];
export function forbiddenText(file: string, text: string, onlyReexports: boolean): string[];
