'use server';
import { defineAction } from '@/lib/action';
import { issueCertificates, revokeCertificate } from './mutations';
import { issueCertificatesSchema, revokeCertificateSchema } from './schema';

export const issueCertificatesAction = defineAction({ name: 'certificates.issue', permission: 'records.write', schema: issueCertificatesSchema, run: (work, input) => issueCertificates(work, input) });
export const revokeCertificateAction = defineAction({ name: 'certificates.revoke', permission: 'certificates.revoke', schema: revokeCertificateSchema, run: revokeCertificate });
