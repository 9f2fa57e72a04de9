import type postgres from 'postgres';

export declare const bareConnection: (url: string, max: number, more?: postgres.Options<Record<string, postgres.PostgresType>>) => postgres.Sql;
