// Numbers of the runners: where they are kept, how the machines may send them, and the rules that look after them.
param environment string
param location string
param tags object
@description('Who the machines are: they may send numbers, and read none.')
param senderPrincipalId string
@description('Who is told when a rule finds something.')
param actionGroupId string

var name = 'devcapsules-${environment}'
var stream = 'Microsoft-PrometheusMetrics'
// Azure's role “Monitoring Metrics Publisher”.
var publisher = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '3913510d-42f4-4e42-8a64-420c390055eb')
// Azure counts from 0, the gravest.
var severities = { page: 1, ticket: 3 }

resource workspace 'Microsoft.Monitor/accounts@2023-04-03' = {
  name: name
  location: location
  tags: tags
}

resource endpoint 'Microsoft.Insights/dataCollectionEndpoints@2022-06-01' = {
  name: name
  location: location
  tags: tags
  kind: 'Linux'
  properties: { networkAcls: { publicNetworkAccess: 'Enabled' } }
}

resource collection 'Microsoft.Insights/dataCollectionRules@2022-06-01' = {
  name: name
  location: location
  tags: tags
  kind: 'Linux'
  properties: {
    dataCollectionEndpointId: endpoint.id
    dataSources: { prometheusForwarder: [{ name: 'machines', streams: [stream] }] }
    destinations: { monitoringAccounts: [{ name: 'workspace', accountResourceId: workspace.id }] }
    dataFlows: [{ streams: [stream], destinations: ['workspace'] }]
  }
}

resource sends 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: collection
  name: guid(collection.id, senderPrincipalId, publisher)
  properties: {
    roleDefinitionId: publisher
    principalId: senderPrincipalId
    principalType: 'ServicePrincipal'
  }
}

// The rules that promtool tries are the ones that hold here.
resource rules 'Microsoft.AlertsManagement/prometheusRuleGroups@2023-03-01' = [
  for group in loadYamlContent('../../alerts/runner.rules.yml').groups: {
    name: '${name}-${group.name}'
    location: location
    tags: tags
    properties: {
      enabled: true
      scopes: [workspace.id]
      interval: 'PT1M'
      rules: map(
        group.rules,
        rule => contains(rule, 'record')
          ? { record: rule.record, expression: rule.expr }
          : {
              alert: rule.alert
              expression: rule.expr
              'for': 'PT${toUpper(rule.?for ?? '1m')}'
              severity: severities[rule.labels.severity]
              labels: rule.labels
              annotations: rule.annotations
              resolveConfiguration: { autoResolved: true, timeToResolve: 'PT10M' }
              actions: [{ actionGroupId: actionGroupId }]
            }
      )
    }
  }
]

@description('Where a machine\'s Prometheus writes.')
output url string = '${endpoint.properties.metricsIngestion.endpoint}/dataCollectionRules/${collection.properties.immutableId}/streams/${stream}/api/v1/write?api-version=2023-04-24'
@description('Where Grafana asks.')
output queryUrl string = workspace.properties.metrics.prometheusQueryEndpoint
