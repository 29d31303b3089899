import type { MapPoint, Point, Quad } from '../../image/homography.js';
import type { Light } from './light-image.js';

/** Where on a flat surface a sensor element looks, and how much of it it sees. */
export interface Look extends Point {
  /** Side of the patch that one element sees, in units of the surface. */
  readonly footprint: number;
  /** Row of the sensor, 0 at the top to 1: rows are read one after another. */
  readonly row: number;
}

/** Something flat in front of the camera. */
export interface Surface {
  /** In units of its own, such as pixels of what it shows. */
  readonly width: number;
  readonly height: number;
  /**
   * The light that comes from there.
   *
   * @param into receives it
   * @returns how much of what lies behind is covered, 0 to 1
   */
  readonly shine: (look: Look, into: Light) => number;
}

/** A surface and where the picture shows its corners, in shares of the picture's width. */
export interface Placed {
  readonly surface: Surface;
  readonly corners: Quad;
}

/** A placed surface, ready to be looked at. */
export interface Seen {
  readonly surface: Surface;
  readonly toSurface: MapPoint;
}
