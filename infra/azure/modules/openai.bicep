// The models, with Microsoft's default content filter. The API's Worker asks with a key, for it has no identity here.
param environment string
param location string
param tags object
param models modelType[]
param workspaceId string
param actionGroupId string

type modelType = {
  name: string
  version: string
  @description('Thousands of tokens a minute.')
  capacity: int
}

var name = 'devcapsules-${environment}-${uniqueString(subscription().id, environment)}'

resource account 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: name
  location: location
  tags: tags
  kind: 'OpenAI'
  sku: { name: 'S0' }
  properties: {
    customSubDomainName: name
    publicNetworkAccess: 'Enabled'
  }
}

// Deployments have the models' own names, which are the API's defaults. One after the other: Azure takes one at a time.
@batchSize(1)
resource deployments 'Microsoft.CognitiveServices/accounts/deployments@2025-06-01' = [
  for model in models: {
    parent: account
    name: model.name
    sku: { name: 'GlobalStandard', capacity: model.capacity }
    properties: {
      model: { format: 'OpenAI', name: model.name, version: model.version }
      raiPolicyName: 'Microsoft.DefaultV2'
      versionUpgradeOption: 'OnceCurrentVersionExpired'
    }
  }
]

resource audit 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: account
  name: 'audit'
  properties: {
    workspaceId: workspaceId
    logs: [{ category: 'Audit', enabled: true }]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}

resource throttled 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: 'devcapsules-models-throttled-${environment}'
  location: 'global'
  tags: tags
  properties: {
    description: 'Azure OpenAI refuses calls: the deployments\' capacity is used up.'
    severity: 2
    enabled: true
    scopes: [account.id]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          name: 'refused'
          criterionType: 'StaticThresholdCriterion'
          metricName: 'AzureOpenAIRequests'
          dimensions: [{ name: 'StatusCode', operator: 'Include', values: ['429'] }]
          timeAggregation: 'Total'
          operator: 'GreaterThan'
          threshold: 20
        }
      ]
    }
    actions: [{ actionGroupId: actionGroupId }]
  }
}

output name string = account.name
output baseUrl string = '${account.properties.endpoint}openai/v1'
