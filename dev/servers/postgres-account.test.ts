import { describe, expect, it } from 'vitest';
import { chooseUser } from './postgres-account.js';

const root = 'root:x:0:0:root:/root:/bin/bash';
const nobody = 'nobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin';
const postgres = 'postgres:x:101:104:PostgreSQL:/var/lib/postgresql:/bin/bash';

describe('chooseUser', () => {
  it('prefers the postgres user', () => {
    expect(chooseUser([root, nobody, postgres].join('\n'))).toEqual({ uid: 101, gid: 104 });
  });

  it('takes nobody where there is no postgres user', () => {
    expect(chooseUser([root, nobody, ''].join('\n'))).toEqual({ uid: 65_534, gid: 65_534 });
  });

  it('never takes root', () => {
    expect(chooseUser(root)).toBeNull();
    expect(chooseUser('')).toBeNull();
  });
});
