export type Wait = (delayMs: number) => Promise<void>;

export const wait: Wait = (delayMs) => new Promise((resolve) => setTimeout(resolve, delayMs));
