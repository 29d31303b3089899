/** What the browser's camera is: a clip that is played over and over, none, or one that is refused. */
export type BrowserCamera = { readonly clip: string } | 'NONE' | 'DENIED';

/** Command line of a Chromium that is driven. */
export function browserArguments(camera: BrowserCamera): string[] {
  // Containers give a browser neither a sandbox of its own nor much shared memory.
  return ['--no-sandbox', '--disable-dev-shm-usage', ...cameraArguments(camera)];
}

function cameraArguments(camera: BrowserCamera): string[] {
  if (camera === 'NONE') return [];
  if (camera === 'DENIED') {
    return ['--use-fake-device-for-media-stream', '--deny-permission-prompts'];
  }
  return [
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-video-capture=${camera.clip}`,
  ];
}
