'use client';
import { Button } from '@/components/ui/button';

/** Opens the browser's print dialogue, which also saves as PDF. */
export const PrintButton = ({ label }: { label: string }) => <Button icon="print" onClick={() => window.print()}>{label}</Button>;
