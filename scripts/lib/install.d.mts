export function sameAsLock(lockText: string | undefined, installedText: string | undefined): boolean;
export function isInstalled(folder?: string): boolean;
