import type { RasterImage } from '../../image/raster-image.js';
import type { ScenePlan } from '../scene/render-scene.js';

const CARD_ASPECT = 1428 / 900;

/** Takes the camera back until a sheet of another shape has the room that a card had. */
export function fitPaper(scene: ScenePlan, { width, height }: RasterImage): ScenePlan {
  const { setting } = scene;
  if (setting.kind !== 'desk') return scene;
  const aspect = width / height;
  const reach = setting.pose.reach * Math.min(1, aspect / CARD_ASPECT);
  const isPaper = Math.abs(aspect - CARD_ASPECT) > 0.01;
  return { ...scene, setting: { ...setting, isPaper, pose: { ...setting.pose, reach } } };
}
