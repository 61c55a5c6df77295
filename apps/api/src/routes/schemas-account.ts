import { z } from '@hono/zod-openapi';

/** Wire shapes of accounts. */
export const email = z.email().max(254);
export const password = z.string().min(1).max(128);
export const newPassword = password.min(10);
export const accountName = z.string().trim().min(1).max(100);
/** What a link in a mail carries. */
export const linkToken = z.string().min(1).max(2_000);
