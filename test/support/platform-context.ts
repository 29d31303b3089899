import type { DemoPartner } from '../../dev/demo-partner.js';

/** What integration tests know of the platform they run against: `inject('platform')`. */
export interface PlatformContext {
  readonly apiUrl: string;
  readonly samplePartnerUrl: string;
  readonly databaseUrl: string;
  readonly temporalAddress: string;
  readonly storage: {
    readonly url: string;
    readonly publicUrl: string;
    readonly accessKey: string;
    readonly secretKey: string;
    readonly bucket: string;
  };
  readonly demoPartner: DemoPartner;
  readonly sealingKeysPath: string;
  readonly signingKeysPath: string;
  readonly logsDir: string;
  readonly stateDir: string;
  /** See `platform-control.ts`. */
  readonly controlUrl: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    platform: PlatformContext;
  }
}
