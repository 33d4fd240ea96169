{{/* As the vendor's chart: global.image before chart 6, default.image since; what is set in the wrong place would be ignored. */}}
{{- define "mender.image" -}}
{{- $old := semverCompare "<6.0.0" .root.Chart.Version -}}
{{- $image := dict -}}
{{- if $old -}}{{- $image = .root.Values.global.image -}}
{{- else -}}{{- $image = (.root.Values.default).image -}}{{- end -}}
{{- if and (not $old) (.root.Values.global).image -}}{{- fail "global.image is called default.image since chart 6.0" -}}{{- end -}}
{{- if and (not $old) (not (hasKey (.root.Values.mongodb | default dict) "enabled")) -}}{{- fail "mongodb.enabled must be set since chart 6.0" -}}{{- end -}}
{{- if and (semverCompare ">=5.4.0" .root.Chart.Version) ((.root.Values.api_gateway).minio).enabled -}}{{- fail "api_gateway.minio is called storage_proxy since chart 5.4" -}}{{- end -}}
mendersoftware/{{ .name }}:{{ required "the tag of the images" $image.tag }}
{{- end -}}
{{- define "mender.environment" -}}
- { name: MENDER_PORT, value: "8080" }
- { name: MENDER_HOST, valueFrom: { fieldRef: { fieldPath: status.podIP } } }
- { name: MENDER_MONGO, valueFrom: { secretKeyRef: { name: {{ .Values.global.mongodb.existingSecret }}, key: MONGO_URL } } }
- { name: MENDER_KEY, valueFrom: { secretKeyRef: { name: {{ .Values.device_auth.certs.existingSecret }}, key: private.pem } } }
- { name: AWS_URI, value: {{ .Values.global.s3.AWS_URI | quote }} }
- { name: AWS_BUCKET, value: {{ .Values.global.s3.AWS_BUCKET | quote }} }
- { name: AWS_AUTH_KEY, valueFrom: { secretKeyRef: { name: {{ .Values.global.s3.existingSecret }}, key: AWS_AUTH_KEY } } }
- { name: AWS_AUTH_SECRET, valueFrom: { secretKeyRef: { name: {{ .Values.global.s3.existingSecret }}, key: AWS_AUTH_SECRET } } }
- { name: DEPLOYMENTS_ADDR, value: "http://127.0.0.1:{{ .Values.deployments.service.nodePort }}" }
- { name: DEVICEAUTH_ADDR, value: "http://127.0.0.1:{{ .Values.device_auth.service.nodePort }}" }
{{- end -}}
{{- define "mender.health" -}}
{{- if eq . "api-gateway" -}}/ready
{{- else if eq . "workflows" -}}/status
{{- else -}}/api/internal/v1/{{ if eq . "deviceauth" }}devauth{{ else }}{{ . }}{{ end }}/health
{{- end -}}
{{- end -}}
