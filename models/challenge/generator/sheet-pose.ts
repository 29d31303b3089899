import type { Point } from '../../face/face-landmarks.js';
import type { HeadPoint } from '../head-shape.js';

/** How a surface stands before the camera, relative to how its photograph was taken. */
export interface SheetPose {
  /** Degrees; positive to the person's own left. */
  readonly yaw: number;
  /** Degrees; positive upwards. */
  readonly pitch: number;
  /** Degrees; positive clockwise on the picture. */
  readonly roll: number;
  /** Distances between the eyes. */
  readonly across: number;
  readonly down: number;
  /** Distance from the camera; 1 as in the photograph. */
  readonly distance: number;
}

export const RESTING_POSE: SheetPose = {
  yaw: 0,
  pitch: 0,
  roll: 0,
  across: 0,
  down: 0,
  distance: 1,
};

/** From how far away photographs are taken, in distances between the eyes: half a metre. */
export const CAMERA_DISTANCE = 8;

/** The place in the picture, in distances between the eyes from the point between them. */
export interface ProjectedPoint extends Point {
  readonly z: number;
}

/** Where a pinhole camera shows a point of the surface that turns about a pivot. */
export function projectPoint(point: HeadPoint, pivot: HeadPoint, pose: SheetPose): ProjectedPoint {
  const [sinYaw, cosYaw] = sineAndCosine(pose.yaw);
  const [sinPitch, cosPitch] = sineAndCosine(pose.pitch);
  const [sinRoll, cosRoll] = sineAndCosine(pose.roll);
  const [x, y, z] = [point.x - pivot.x, point.y - pivot.y, point.z - pivot.z];
  const turned = { x: x * cosYaw + z * sinYaw, z: z * cosYaw - x * sinYaw };
  const nodded = { y: y * cosPitch - turned.z * sinPitch, z: y * sinPitch + turned.z * cosPitch };
  const placed = {
    x: turned.x * cosRoll - nodded.y * sinRoll + pivot.x + pose.across,
    y: turned.x * sinRoll + nodded.y * cosRoll + pivot.y + pose.down,
    z: nodded.z + pivot.z,
  };
  const scale = CAMERA_DISTANCE / (CAMERA_DISTANCE * pose.distance - placed.z);
  return { x: placed.x * scale, y: placed.y * scale, z: placed.z };
}

/** The point of a surface of known depth that a photograph shows at a place. */
export function unprojectPoint({ x, y }: Point, z: number): HeadPoint {
  const scale = (CAMERA_DISTANCE - z) / CAMERA_DISTANCE;
  return { x: x * scale, y: y * scale, z };
}

function sineAndCosine(degrees: number): [number, number] {
  const radians = (degrees * Math.PI) / 180;
  return [Math.sin(radians), Math.cos(radians)];
}
