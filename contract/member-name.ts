/** What a member's name looks like. Anything else is the caller's own and not repeated in an error. */
export const MEMBER_NAME = /^[A-Za-z][A-Za-z0-9_-]{0,59}$/;
