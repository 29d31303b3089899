/** Where the capture app is shown. */
export interface Surface {
  show(url: string): void;
  /** The window that messages come from and go to; `null` when there is none. */
  window(): Window | null;
  /** Takes it away. Calls nobody. */
  close(): void;
}

export interface SurfaceEvents {
  /** The person wants to leave: the capture app is to ask whether they mean it. */
  readonly onLeaveAsked: () => void;
  /** It is gone already. */
  readonly onGone: () => void;
}
