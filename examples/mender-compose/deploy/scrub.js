// A restored copy has the keys of all devices, and the credentials of the clouds that production speaks to.
const names = db.adminCommand({ listDatabases: 1, nameOnly: true }).databases.map(({ name }) => name);
for (const name of names) {
  const own = db.getSiblingDB(name);
  // Integrations with Azure IoT Hub and AWS IoT Core, and webhooks.
  if (/^iot_manager(-|$)/.test(name)) own.integrations.deleteMany({});
  // What is still to be rolled out belongs to production.
  if (/^deployment_service(-|$)/.test(name)) own.deployments.updateMany({ active: true }, { $set: { active: false } });
  // Jobs that wait, such as mail to users.
  if (/^workflows(-|$)/.test(name)) own.jobs.deleteMany({});
}
