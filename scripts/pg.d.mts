export type RunningDatabase = {
  url: string;
  ownerUrl: string;
  role: string;
  external: boolean;
  started: boolean;
  created?: boolean;
  place?: string;
  version?: string;
  port: number;
  stop(): Promise<void>;
};
export function ensureDatabase(options?: {
  dataDir?: string;
  flags?: string[];
  embedded?: boolean;
  durable?: boolean;
  signal?: AbortSignal;
}): Promise<RunningDatabase>;
export function wipeDatabase(dataFolder: string): Promise<void>;
export function stopIfUnused(dataFolder: string): Promise<void>;
