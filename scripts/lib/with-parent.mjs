// Loaded before the server (node --import): ends it when its launcher is gone, even by kill -9, so that no orphan keeps the port.
if (process.channel) {
  process.on('disconnect', () => process.exit(1));
  process.channel.unref();
}
