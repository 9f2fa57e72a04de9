export function identity(pid: number): string | undefined;
export function isAlive(mark: string): boolean;
export function lock(file: string, options?: { signal?: AbortSignal; seconds?: number }): Promise<() => void>;
export function register(folder: string): { leave(): boolean };
