// A region's private network: nothing comes in, and what goes out does so from one address that is known.
param environment string
@description('Its name here, which may differ from Azure\'s of the location.')
param region string
param location string
param tags object

@description('Second number of 10.x.0.0/16.')
param network int

var name = 'devcapsules-${environment}-${region}'

resource rules 'Microsoft.Network/networkSecurityGroups@2024-07-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    securityRules: [
      {
        name: 'deny-all-in'
        properties: {
          direction: 'Inbound'
          access: 'Deny'
          // Before Azure's own rules, which let the network and its load balancers in.
          priority: 100
          protocol: '*'
          sourceAddressPrefix: '*'
          sourcePortRange: '*'
          destinationAddressPrefix: '*'
          destinationPortRange: '*'
        }
      }
      {
        name: 'allow-web-out'
        properties: {
          description: 'Packages, releases, Key Vault.'
          direction: 'Outbound'
          access: 'Allow'
          priority: 100
          protocol: 'Tcp'
          sourceAddressPrefix: '*'
          sourcePortRange: '*'
          destinationAddressPrefix: 'Internet'
          destinationPortRanges: ['80', '443']
        }
      }
      {
        name: 'allow-tunnel-out'
        properties: {
          description: 'cloudflared over HTTP/2.'
          direction: 'Outbound'
          access: 'Allow'
          priority: 110
          protocol: 'Tcp'
          sourceAddressPrefix: '*'
          sourcePortRange: '*'
          destinationAddressPrefix: 'Internet'
          destinationPortRange: '7844'
        }
      }
      {
        name: 'deny-all-out'
        properties: {
          // Azure's own names, time and metadata services are not subject to these rules.
          description: 'Machines do not reach each other, nor anything else.'
          direction: 'Outbound'
          access: 'Deny'
          priority: 4096
          protocol: '*'
          sourceAddressPrefix: '*'
          sourcePortRange: '*'
          destinationAddressPrefix: '*'
          destinationPortRange: '*'
        }
      }
    ]
  }
}

resource address 'Microsoft.Network/publicIPAddresses@2024-07-01' = {
  name: '${name}-out'
  location: location
  tags: tags
  sku: { name: 'Standard' }
  properties: { publicIPAllocationMethod: 'Static', publicIPAddressVersion: 'IPv4' }
}

// Machines without an address of their own have no way out otherwise.
resource gateway 'Microsoft.Network/natGateways@2024-07-01' = {
  name: name
  location: location
  tags: tags
  sku: { name: 'Standard' }
  properties: { idleTimeoutInMinutes: 10, publicIpAddresses: [{ id: address.id }] }
}

resource virtualNetwork 'Microsoft.Network/virtualNetworks@2024-07-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    addressSpace: { addressPrefixes: ['10.${network}.0.0/16'] }
    subnets: [
      {
        name: 'runners'
        properties: {
          addressPrefix: '10.${network}.1.0/24'
          defaultOutboundAccess: false
          natGateway: { id: gateway.id }
          networkSecurityGroup: { id: rules.id }
          serviceEndpoints: [{ service: 'Microsoft.KeyVault' }]
        }
      }
    ]
  }
}

output subnetId string = virtualNetwork.properties.subnets[0].id
