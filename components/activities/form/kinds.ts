'use client';
import type { ActivityKind } from '@/lib/shared/vocabulary';
import { equipmentFields } from './equipment-fields';
import type { KindFields } from './kind-fields';
import { meetingFields } from './meeting-fields';
import { trainingFields } from './training-fields';

/** The form part of each kind; the compiler asks for a new one here. */
export const kindFields: Record<ActivityKind, KindFields> = { training: trainingFields, equipment: equipmentFields, meeting: meetingFields };
