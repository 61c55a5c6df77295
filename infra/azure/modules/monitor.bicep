// Where logs of Azure's own services go, who is told, and what the environment may cost here.
param environment string
param location string
param tags object
param alertEmail string
param monthlyBudget int
param budgetStart string

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: 'devcapsules-${environment}'
  location: location
  tags: tags
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: 90
    // A fault that logs without end costs no more than this.
    workspaceCapping: { dailyQuotaGb: 1 }
  }
}

resource operators 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'devcapsules-operators-${environment}'
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'dc-${take(environment, 9)}'
    enabled: true
    emailReceivers: [{ name: 'operators', emailAddress: alertEmail, useCommonAlertSchema: true }]
  }
}

resource budget 'Microsoft.Consumption/budgets@2023-11-01' = {
  name: 'devcapsules-${environment}'
  properties: {
    category: 'Cost'
    amount: monthlyBudget
    timeGrain: 'Monthly'
    timePeriod: { startDate: budgetStart }
    notifications: {
      most: {
        enabled: true
        operator: 'GreaterThanOrEqualTo'
        threshold: 80
        thresholdType: 'Actual'
        contactEmails: [alertEmail]
      }
      all: {
        enabled: true
        operator: 'GreaterThanOrEqualTo'
        threshold: 100
        thresholdType: 'Actual'
        contactEmails: [alertEmail]
      }
      foreseen: {
        enabled: true
        operator: 'GreaterThan'
        threshold: 100
        thresholdType: 'Forecasted'
        contactEmails: [alertEmail]
      }
    }
  }
}

output workspaceId string = workspace.id
output actionGroupId string = operators.id
