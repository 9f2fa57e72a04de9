import type { Sql, TransactionSql } from 'postgres';

export const demoAccounts: string[];
export const demoPassword: string;
export function refuseDemoAccounts(sql: Sql | TransactionSql, text: string): Promise<void>;
