// A region's machines: a scale set that grows with its processors' load, mends itself and is upgraded machine by machine.
param environment string
@description('Its name here, which may differ from Azure\'s of the location.')
param region string
param location string
param tags object
param zones string[]
param minimum int
param maximum int
@description('How many there are after this deployment, until the load changes it.')
param instances int
param subnetId string
param identityId string
param identityClientId string
param vaultUrl string
@description('Where the machines\' Prometheus sends numbers.')
param metricsUrl string
@allowed(['remote', 'local'])
param tunnelManagement string
param tunnelHostname string
param versions object
param adminPublicKey string
param actionGroupId string

@description('Two processors, 8 GB.')
param size string = 'Standard_B2as_v2'

var name = 'devcapsules-${environment}-${region}'
var runnerPort = 2000

// The same as infra/runner/render.ts, which the checks use; a test holds the two equal.
var connector = tunnelManagement == 'local'
  ? replace(loadTextContent('../../runner/files/cloudflared.local.yml'), '@@tunnel_hostname@@', tunnelHostname)
  : loadTextContent('../../runner/files/cloudflared.remote.yml')
var machine = {
  vault_url: vaultUrl
  identity_client_id: identityClientId
  region: region
  environment: environment
  'cloudflared.yml': base64(connector)
  'prometheus.yml': base64(replace(loadTextContent('../../runner/files/prometheus.yml'), '@@metrics_url@@', metricsUrl))
  'install.sh': loadFileAsBase64('../../runner/files/install.sh')
  'secrets.sh': loadFileAsBase64('../../runner/files/secrets.sh')
  'guard.sh': loadFileAsBase64('../../runner/files/guard.sh')
  'token.sh': loadFileAsBase64('../../runner/files/token.sh')
  'metrics-token.sh': loadFileAsBase64('../../runner/files/metrics-token.sh')
  'devcapsules-secrets.service': loadFileAsBase64('../../runner/files/devcapsules-secrets.service')
  'devcapsules-runner.conf': loadFileAsBase64('../../runner/files/devcapsules-runner.conf')
  'cloudflared.service': loadFileAsBase64('../../runner/files/cloudflared.service')
  'devcapsules-guard.service': loadFileAsBase64('../../runner/files/devcapsules-guard.service')
  'devcapsules-metrics-token.service': loadFileAsBase64('../../runner/files/devcapsules-metrics-token.service')
  'devcapsules-metrics-token.timer': loadFileAsBase64('../../runner/files/devcapsules-metrics-token.timer')
  'prometheus.conf': loadFileAsBase64('../../runner/files/prometheus.conf')
}
var cloudInit = reduce(
  items(machine),
  loadTextContent('../../runner/cloud-init.yaml'),
  (text, value) => replace(string(text), '@@${value.key}@@', string(value.value))
)
var install = 'cloud-init status --wait && /usr/local/sbin/devcapsules-install ${versions.runner} ${versions.runnerBaseUrl} ${versions.cloudflared} ${versions.cloudflaredSha256}'

resource machines 'Microsoft.Compute/virtualMachineScaleSets@2024-11-01' = {
  name: name
  location: location
  tags: tags
  zones: zones
  sku: { name: size, tier: 'Standard', capacity: instances }
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identityId}': {} } }
  properties: {
    orchestrationMode: 'Uniform'
    overprovision: false
    singlePlacementGroup: false
    zoneBalance: false
    upgradePolicy: {
      mode: 'Rolling'
      rollingUpgradePolicy: {
        // One machine more is made first, so that an upgrade of a single machine interrupts nothing.
        maxSurge: true
        maxBatchInstancePercent: 20
        maxUnhealthyInstancePercent: 20
        maxUnhealthyUpgradedInstancePercent: 20
        pauseTimeBetweenBatches: 'PT1M'
        prioritizeUnhealthyInstances: true
        rollbackFailedInstancesOnPolicyBreach: true
      }
      // New kernels come with new images.
      automaticOSUpgradePolicy: { enableAutomaticOSUpgrade: true, disableAutomaticRollback: false }
    }
    // Not before a new machine can be well: packages, a release, the first check of every language.
    automaticRepairsPolicy: { enabled: true, gracePeriod: 'PT20M', repairAction: 'Replace' }
    scaleInPolicy: { rules: ['OldestVM'] }
    virtualMachineProfile: {
      securityProfile: {
        securityType: 'TrustedLaunch'
        uefiSettings: { secureBootEnabled: true, vTpmEnabled: true }
      }
      storageProfile: {
        imageReference: {
          publisher: 'Canonical'
          offer: 'ubuntu-24_04-lts'
          sku: 'server'
          version: 'latest'
        }
        osDisk: {
          createOption: 'FromImage'
          caching: 'ReadWrite'
          diskSizeGB: 32
          managedDisk: { storageAccountType: 'StandardSSD_LRS' }
        }
      }
      osProfile: {
        computerNamePrefix: 'runner'
        adminUsername: 'devcapsules'
        customData: base64(cloudInit)
        linuxConfiguration: {
          disablePasswordAuthentication: true
          provisionVMAgent: true
          ssh: { publicKeys: [{ path: '/home/devcapsules/.ssh/authorized_keys', keyData: adminPublicKey }] }
        }
      }
      networkProfile: {
        networkInterfaceConfigurations: [
          {
            name: 'private'
            properties: {
              primary: true
              enableAcceleratedNetworking: false
              ipConfigurations: [
                { name: 'private', properties: { primary: true, subnet: { id: subnetId } } }
              ]
            }
          }
        ]
      }
      diagnosticsProfile: { bootDiagnostics: { enabled: true } }
      extensionProfile: {
        extensions: [
          {
            name: 'install'
            properties: {
              publisher: 'Microsoft.Azure.Extensions'
              type: 'CustomScript'
              typeHandlerVersion: '2.1'
              autoUpgradeMinorVersion: true
              // Another version changes this line, which is what makes the scale set upgrade machine by machine.
              settings: { commandToExecute: install }
            }
          }
          {
            name: 'health'
            properties: {
              publisher: 'Microsoft.ManagedServices'
              type: 'ApplicationHealthLinux'
              typeHandlerVersion: '1.0'
              autoUpgradeMinorVersion: true
              enableAutomaticUpgrade: true
              provisionAfterExtensions: ['install']
              // It asks from within the machine, where the runner listens on loopback alone.
              settings: {
                protocol: 'http'
                port: runnerPort
                requestPath: '/health'
                intervalInSeconds: 15
                numberOfProbes: 3
              }
            }
          }
        ]
      }
    }
  }
}

resource scaling 'Microsoft.Insights/autoscaleSettings@2022-10-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    enabled: true
    targetResourceUri: machines.id
    profiles: [
      {
        name: 'by-load'
        capacity: { minimum: string(minimum), maximum: string(maximum), default: string(minimum) }
        rules: [
          {
            metricTrigger: {
              metricName: 'Percentage CPU'
              metricResourceUri: machines.id
              timeGrain: 'PT1M'
              statistic: 'Average'
              timeWindow: 'PT5M'
              timeAggregation: 'Average'
              operator: 'GreaterThan'
              threshold: 70
            }
            // A new machine takes minutes to be of use; until then its absence would be counted again.
            scaleAction: { direction: 'Increase', type: 'ChangeCount', value: '1', cooldown: 'PT7M' }
          }
          {
            // A machine of this kind that has spent its credits is held to 40 %, and looks idle to the rule above. A
            // new one starts with 60, so that less than half of that is a machine that has been busy for long.
            metricTrigger: {
              metricName: 'CPU Credits Remaining'
              metricResourceUri: machines.id
              timeGrain: 'PT1M'
              statistic: 'Average'
              timeWindow: 'PT5M'
              timeAggregation: 'Average'
              operator: 'LessThan'
              threshold: 25
            }
            scaleAction: { direction: 'Increase', type: 'ChangeCount', value: '1', cooldown: 'PT7M' }
          }
          {
            metricTrigger: {
              metricName: 'Percentage CPU'
              metricResourceUri: machines.id
              timeGrain: 'PT1M'
              statistic: 'Average'
              timeWindow: 'PT10M'
              timeAggregation: 'Average'
              operator: 'LessThan'
              threshold: 30
            }
            scaleAction: { direction: 'Decrease', type: 'ChangeCount', value: '1', cooldown: 'PT10M' }
          }
        ]
      }
    ]
    notifications: []
  }
}

resource saturated 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: '${name}-saturated'
  location: 'global'
  tags: tags
  properties: {
    description: 'Processors of all runners in a region are busy for half an hour: the largest number may not be enough.'
    severity: 2
    enabled: true
    scopes: [machines.id]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT30M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          name: 'processors'
          criterionType: 'StaticThresholdCriterion'
          metricName: 'Percentage CPU'
          timeAggregation: 'Average'
          operator: 'GreaterThan'
          threshold: 85
        }
      ]
    }
    actions: [{ actionGroupId: actionGroupId }]
  }
}

output name string = machines.name
