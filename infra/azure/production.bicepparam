using 'main.bicep'

param environment = 'production'
param location = 'centralindia'

param regions = [
  {
    name: 'centralindia'
    zones: ['1', '2', '3']
    network: 30
    minimum: 1
    maximum: 5
    tunnelHostname: 'runner-centralindia.devcapsules-production.example'
  }
]

// A deployment says which; the workflow of releases does.
param versions = {
  runner: readEnvironmentVariable('RUNNER_VERSION')
  runnerBaseUrl: readEnvironmentVariable('RUNNER_BASE_URL')
  cloudflared: readEnvironmentVariable('CLOUDFLARED_VERSION')
  cloudflaredSha256: readEnvironmentVariable('CLOUDFLARED_SHA256')
}
param adminPublicKey = readEnvironmentVariable('ADMIN_PUBLIC_KEY')

param alertEmail = 'alerts@devcapsules-production.example'
param monthlyBudget = 400

param models = {
  location: 'swedencentral'
  large: { name: 'gpt-4o', version: '2024-11-20', capacity: 100 }
  small: { name: 'gpt-4o-mini', version: '2024-07-18', capacity: 100 }
}
