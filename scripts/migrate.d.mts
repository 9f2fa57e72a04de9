export function migrate(ownerUrl: string, options?: { folder?: string }): Promise<void>;
