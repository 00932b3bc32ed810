export async function startTestStack() {
  return {
    adminUrl: 'postgres://postgres:x@127.0.0.1:55432/postgres',
    temporalAddress: '127.0.0.1:57233',
    timeSkipping: true,
    stop: async () => {},
  }
}
