// One environment: its runners in one or more regions, the vault of their secrets, the models. See docs/deploying.md.
targetScope = 'subscription'

@allowed(['dev', 'staging', 'production'])
@description('Which environment; part of every name.')
param environment string

@description('Where the vault, the logs and the identity are. Runners may be elsewhere too.')
param location string

@description('Regions with runners. Each has a tunnel of its own in infra/cloudflare, and a token of it in the vault.')
param regions regionType[]

@description('Whether there are machines yet: they need secrets in a vault that is made here.')
param withRunners bool = true

@description('How many machines a region has just now, by its name; else its minimum. A deployment sets their number.')
param running object = {}

@description('What the machines run, as devcapsules-install takes it.')
param versions versionsType

@description('Public key of an administrator. Azure asks for one; nobody can reach the machines with it.')
param adminPublicKey string

@description('Whether ingress rules are Cloudflare\'s (remote) or the machines\' own (local).')
@allowed(['remote', 'local'])
param tunnelManagement string = 'remote'

@description('Address ranges from which operators set secrets, such as 203.0.113.7/32.')
param operatorAddresses string[] = []

@description('Who is told of what goes wrong, and of the budget.')
param alertEmail string

@description('Dollars (or the subscription\'s currency) a month; told at 80 % and 100 %, and when the forecast passes it.')
param monthlyBudget int

@description('First day of the month from which the budget counts.')
param budgetStart string = '2026-12-01'

@description('Which models; none, and the built-in bank writes. Look what Azure has first: docs/deploying.md.')
param models modelType[]

@description('Where the models are, which is not everywhere.')
param modelLocation string

type regionType = {
  @description('As in infra/cloudflare: usually the location; another where two are in one, so that the API shares between them.')
  name: string
  @description('Azure\'s name of the region, such as centralindia.')
  location: string
  @description('Availability zones that have the machine size there.')
  zones: string[]
  @description('Second number of the network 10.x.0.0/16; another in each region.')
  @minValue(0)
  @maxValue(255)
  network: int
  @minValue(1)
  minimum: int
  @maxValue(100)
  maximum: int
  @description('The host name of its tunnel; of use where tunnels are managed locally.')
  tunnelHostname: string
}

type versionsType = {
  @description('Of the runner, such as 1.2.3.')
  runner: string
  @description('The folder of its release: RELEASES/v1.2.3, an https address without a slash at the end.')
  runnerBaseUrl: string
  @description('Of cloudflared, such as 2026.8.2.')
  cloudflared: string
  @description('SHA-256 of its cloudflared-linux-amd64.deb, as its release tells.')
  cloudflaredSha256: string
}

type modelType = {
  name: string
  version: string
  @description('Thousands of tokens a minute.')
  capacity: int
}

// Networks come first, for the vault lets them in.
var populated = withRunners ? regions : []
var tags = { product: 'devcapsules', environment: environment }

resource group 'Microsoft.Resources/resourceGroups@2024-03-01' = {
  name: 'devcapsules-${environment}'
  location: location
  tags: tags
}

module identity 'modules/identity.bicep' = {
  scope: group
  name: 'identity'
  params: { environment: environment, location: location, tags: tags }
}

module monitor 'modules/monitor.bicep' = {
  scope: group
  name: 'monitor'
  params: {
    environment: environment
    location: location
    tags: tags
    alertEmail: alertEmail
    monthlyBudget: monthlyBudget
    budgetStart: budgetStart
  }
}

module networks 'modules/network.bicep' = [
  for region in regions: {
    scope: group
    name: 'network-${region.name}'
    params: {
      environment: environment
      region: region.name
      location: region.location
      tags: tags
      network: region.network
    }
  }
]

module vault 'modules/vault.bicep' = {
  scope: group
  name: 'vault'
  params: {
    environment: environment
    location: location
    tags: tags
    readerPrincipalId: identity.outputs.principalId
    subnetIds: [for (region, index) in regions: networks[index].outputs.subnetId]
    operatorAddresses: operatorAddresses
    workspaceId: monitor.outputs.workspaceId
  }
}

module metrics 'modules/metrics.bicep' = {
  scope: group
  name: 'metrics'
  params: {
    environment: environment
    location: location
    tags: tags
    senderPrincipalId: identity.outputs.principalId
    actionGroupId: monitor.outputs.actionGroupId
  }
}

module runners 'modules/runners.bicep' = [
  for (region, index) in populated: {
    scope: group
    name: 'runners-${region.name}'
    params: {
      environment: environment
      region: region.name
      location: region.location
      tags: tags
      zones: region.zones
      minimum: region.minimum
      maximum: region.maximum
      instances: running[?region.name] ?? region.minimum
      subnetId: networks[index].outputs.subnetId
      identityId: identity.outputs.id
      identityClientId: identity.outputs.clientId
      vaultUrl: vault.outputs.url
      metricsUrl: metrics.outputs.url
      tunnelManagement: tunnelManagement
      tunnelHostname: region.tunnelHostname
      versions: versions
      adminPublicKey: adminPublicKey
      actionGroupId: monitor.outputs.actionGroupId
    }
  }
]

module openai 'modules/openai.bicep' = if (!empty(models)) {
  scope: group
  name: 'openai'
  params: {
    environment: environment
    location: modelLocation
    tags: tags
    models: models
    workspaceId: monitor.outputs.workspaceId
    actionGroupId: monitor.outputs.actionGroupId
  }
}

output resourceGroup string = group.name
output vaultName string = vault.outputs.name
output scaleSets array = [for (region, index) in populated: runners[index].outputs.name]
@description('Where Grafana asks for the runners\' numbers.')
output metricsQueryUrl string = metrics.outputs.queryUrl
@description('base_url of the variable llm in infra/cloudflare; empty without models.')
output llmBaseUrl string = openai.?outputs.baseUrl ?? ''
output openAiName string = openai.?outputs.name ?? ''
