#!/bin/sh
# build.sh FOLDER   Builds a Kubernetes control plane, kubectl and Helm into FOLDER: real ones, for tests, out of their Go modules.
# Some seven minutes of two processors when nothing of it was compiled before.
set -eu
cd "$(dirname "$0")"
folder=$1
mkdir -p "$folder"

version() { go list -m -f '{{.Version}}' "$1"; }
kubernetes=$(version k8s.io/kubernetes)
helm=$(version helm.sh/helm/v3)
minor=${kubernetes#v1.}
minor=${minor%%.*}

# What does not say its version calls itself v0.0.0, which the kubeVersion of a chart refuses.
said=k8s.io/component-base/version
export CGO_ENABLED=0
go build -p 2 -trimpath -o "$folder/" -ldflags "-s -w \
  -X $said.gitVersion=$kubernetes -X $said.gitMajor=1 -X $said.gitMinor=$minor -X $said.gitTreeState=clean \
  -X helm.sh/helm/v3/internal/version.version=$helm \
  -X helm.sh/helm/v3/pkg/chartutil.k8sVersionMajor=1 -X helm.sh/helm/v3/pkg/chartutil.k8sVersionMinor=$minor \
  -X helm.sh/helm/v3/pkg/lint/rules.k8sVersionMajor=1 -X helm.sh/helm/v3/pkg/lint/rules.k8sVersionMinor=$minor" \
  . helm.sh/helm/v3/cmd/helm
for name in etcd kube-apiserver kube-controller-manager kube-scheduler kubectl; do
  ln -sf controlplane "$folder/$name"
done
