using 'main.bicep'

param environment = 'production'
param location = 'centralindia'

param regions = [
  {
    name: 'centralindia'
    location: 'centralindia'
    zones: ['1', '2', '3']
    network: 30
    minimum: 1
    maximum: 5
    tunnelHostname: 'runner-centralindia.devcapsules-production.example'
  }
]

// How many machines each region has now, such as {"centralindia":3}; without it, their number goes to the minimum.
param running = json(readEnvironmentVariable('RUNNING', '{}'))

// A deployment says which; the workflow of runners does.
param versions = {
  runner: readEnvironmentVariable('RUNNER_VERSION')
  runnerBaseUrl: readEnvironmentVariable('RUNNER_BASE_URL')
  cloudflared: readEnvironmentVariable('CLOUDFLARED_VERSION')
  cloudflaredSha256: readEnvironmentVariable('CLOUDFLARED_SHA256')
}
param adminPublicKey = readEnvironmentVariable('ADMIN_PUBLIC_KEY')

param alertEmail = 'alerts@devcapsules-production.example'
param monthlyBudget = 400

// Azure's schedule of July 2026 ends both on 1 October 2026: look what there is before the first deployment
// (docs/deploying.md). Without any, generation takes from the built-in bank.
param models = [
  { name: 'gpt-4o', version: '2024-11-20', capacity: 100 }
  { name: 'gpt-4o-mini', version: '2024-07-18', capacity: 100 }
]
param modelLocation = 'swedencentral'
