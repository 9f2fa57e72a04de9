export function migrate(ownerUrl: string, options?: { role?: string; folder?: string }): Promise<void>;
