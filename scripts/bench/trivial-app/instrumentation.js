// Without one of its own the build takes the app's.
export function register() {}
