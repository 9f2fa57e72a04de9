import { answer, asViewer } from '@/lib/exchange/api';
import { projectChoices } from '@/lib/indicators/queries/portfolio';

/** GET /api/projects/choices: what the project switcher offers, asked for when it opens. */
export const GET = (): Promise<Response> => asViewer(async (viewer) => answer({ projects: await projectChoices(viewer) }));
