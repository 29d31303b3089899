/** Who did what, as it is kept. */
export interface AuditEntry {
  /** UUID version 7. */
  readonly id: string;
  readonly at: Date;
  /** `operator:<key name>`, `cli:<account>`, `partner:<code>`, `codec` or `key-renewal`. */
  readonly actor: string;
  readonly action: string;
  readonly partnerCode: string | null;
  /** No secrets, no personal data. */
  readonly detail: Readonly<Record<string, unknown>>;
}
