import { describe, expect, it } from 'vitest';
import { auditQuery } from '../contract/schema/operator/audit.js';
import { AuditAction } from './audited-act.js';

describe('an action of the audit log', () => {
  it.each(Object.values(AuditAction))('can be asked for: %s', (action) => {
    expect(auditQuery.safeParse({ action }).success).toBe(true);
  });
});
