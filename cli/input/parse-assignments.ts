type Members = Readonly<Record<string, unknown>>;

/**
 * Reads `member=value` and `lifetimes.userToken=1800` into a JSON merge patch. `defaults` tells
 * which members are lists, whose values are joined by commas. No value means null: the default.
 *
 * @throws Error for an argument without `=`
 */
export function parseAssignments(assignments: readonly string[], defaults: Members): Members {
  return assignments.reduce<Members>((patch, assignment) => {
    const at = assignment.indexOf('=');
    if (at < 1) throw new Error(`Give settings as member=value: ${assignment.slice(0, 40)}`);
    const path = assignment.slice(0, at).split('.');
    const value = parseValue(assignment.slice(at + 1), memberAt(defaults, path));
    return assign(patch, path, value);
  }, {});
}

function assign(patch: Members, [name = '', ...rest]: readonly string[], value: unknown): Members {
  if (rest.length === 0) return { ...patch, [name]: value };
  return { ...patch, [name]: assign(toMembers(patch[name]), rest, value) };
}

function parseValue(text: string, byDefault: unknown): unknown {
  if (text === '') return null;
  if (/^(?:\[|\{|-?\d+(?:\.\d+)?$|(?:true|false|null)$)/.test(text)) {
    try {
      return JSON.parse(text);
    } catch {
      return text;
    }
  }
  return Array.isArray(byDefault) ? text.split(',').map((entry) => entry.trim()) : text;
}

function memberAt(members: Members, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, name) => toMembers(value)[name], members);
}

function toMembers(value: unknown): Members {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
