type Place = { url: string; dataDir: string; folder: string };
export type Manifest = {
  application: string;
  takenAt: string;
  tables: { name: string; rows: number; sha256: string }[];
  evidence: { files: number; bytes: number };
};
export function backup(place: Place): Promise<Manifest>;
export function restore(place: Place): Promise<Manifest>;
