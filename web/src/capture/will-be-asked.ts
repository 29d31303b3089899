/** The part of `navigator` that tells what was permitted; old browsers have none. */
export interface PermissionSource {
  readonly permissions?: Pick<Permissions, 'query'>;
}

/**
 * Whether the browser will ask for the camera once it is opened. True where it cannot be known: to be
 * told once too often does no harm, and not to expect the question makes people refuse it.
 */
export async function willBeAsked({ permissions }: PermissionSource): Promise<boolean> {
  try {
    const status = await permissions?.query({ name: 'camera' });
    return status?.state !== 'granted';
  } catch {
    // Firefox and old Safari do not know the name.
    return true;
  }
}
