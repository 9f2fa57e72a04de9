import 'server-only';
import { hashToken } from '@/lib/links/rules';

/** The cookie that says: from this device an answer was sent. It holds no answer and no token, and nothing is refused because of it. */
export const deviceCookie = (token: string): string => `answered-${hashToken(token).slice(0, 16)}`;
