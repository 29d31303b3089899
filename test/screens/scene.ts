import type { Page } from 'playwright-core';
import type { ScreenName } from '../../web/src/screen.js';
import type { Script } from './scripted-service.js';

/** What the camera of the browser shows. */
export type SceneCamera = 'CARD' | 'FACE' | 'NONE' | 'DENIED';

/** One look of one screen, and how a person gets there. */
export interface Scene {
  /** Names the picture. */
  readonly name: string;
  readonly screen: ScreenName;
  readonly camera: SceneCamera;
  readonly script: Script;
  /** What the address carries: `t=` for a launch token, `h=` for a hand-off code. */
  readonly fragment: string;
  /** Makes the browser another before the page is opened in it. */
  readonly prepare?: (page: Page) => Promise<void>;
  /** Leads from the opened page to the screen. */
  readonly visit: (page: Page) => Promise<void>;
}

/** What of a scene is worth saying; its screen is said by where it is listed. */
export type Look = Partial<Omit<Scene, 'screen'>>;
