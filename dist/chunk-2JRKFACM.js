const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url);import{refuseOther}from"./chunk-NBL4FBMZ.js";
import{capital,desiredCountOf,openService,runningNow,sayingWhatRuns,untilSteady}from"./chunk-FAURDEUC.js";import{requireAccount}from"./chunk-YPMKVSLO.js";import{
imageReference,whyMoving}from"./chunk-G33TENPM.js";import{filledVariables}from"./project.js";import{AwsError,askAws,awsAccess,awsFailure}from"./project.js";import{
looseObject,string}from"./start.js";import{SystemFailure,UserError}from"./start.js";var ofEcr=/^(?<registry>\d{12})\.dkr\.ecr(?:-fips)?\.(?<region>[a-z0-9-]+)\.amazonaws\.com(?:\.cn)?\/(?<name>.+)$/;
async function pinnedImage(asked,asking){const moving=whyMoving(asked),image=imageReference(asked);if(moving!==void 0||image===void 0)throw new UserError({happened:`\
The image "${asked}" (${asking.where}) ${moving??"is not the name of an image"}.`,means:"It could not be known that what was rehearsed is what is promoted. Noth\
ing was changed.",next:`Name the release in its tag, such as "acme/app:{version}", in ${asking.where}.`});const{name,tag="",digest:given}=image,ecr=ofEcr.exec(name)?.
groups,digest=given??(ecr===void 0?await ofRegistry(name,tag,asking):await ofRepository(ecr,{asked,tag},asking));return{asked,pinned:`${name}@${digest}`,digest}}
async function ofRepository({registry,region="",name},{asked,tag},{access}){const sdk=await import("./clients/ecr.js"),client=new sdk.ECRClient({...access.clientSettings,
region});try{const{imageDetails}=await askAws(access,options=>client.send(new sdk.DescribeImagesCommand({registryId:registry,repositoryName:name,imageIds:[{imageTag:tag}]}),
options));return imageDetails?.[0]?.imageDigest??""}catch(error){throw error instanceof AwsError?awsFailure(`The image "${asked}" is not to be had`,error,"Nothi\
ng was changed."):error}}var manifestTypes=["application/vnd.oci.image.index.v1+json","application/vnd.docker.distribution.manifest.list.v2+json","application/v\
nd.oci.image.manifest.v1+json","application/vnd.docker.distribution.manifest.v2+json"].join(", "),tokenAnswer=looseObject({token:string().optional(),access_token:string().
optional()});async function ofRegistry(name,tag,{access,fetch,where}){const{host,path}=registryOf(name),url=`${/^(?:localhost|127\.)/.test(host)?"http":"https"}\
://${host}/v2/${path}/manifests/${tag}`,ask=async headers=>await fetch(url,{method:"HEAD",headers:{accept:manifestTypes,...headers},signal:access.signal}),why=reason=>new SystemFailure(
{happened:`The registry ${host} did not show the image "${name}:${tag}": ${reason}.`,means:"What the tag is now is not known. Nothing was changed.",next:`Make s\
ure that the image exists. Where its registry asks for a login, name the image by its digest in ${where} ("acme/app:{version}@sha256:\u2026").`});try{const first=await ask(
{}),response=first.status===401?await ask(await authorization(first,fetch,access.signal)):first,digest=response.headers.get("docker-content-digest");if(response.
ok&&digest!==null)return digest;throw why(response.ok?"it did not name its digest":`it answered with ${response.status}`)}catch(error){throw access.signal.throwIfAborted(),
error instanceof SystemFailure?error:why(error instanceof Error?error.message:String(error))}}function registryOf(name){const[first="",...rest]=name.split("/"),
isHost=rest.length>0&&(/[.:]/.test(first)||first==="localhost");if(isHost&&first!=="docker.io")return{host:first,path:rest.join("/")};const path=isHost?rest.join(
"/"):name;return{host:"registry-1.docker.io",path:path.includes("/")?path:`library/${path}`}}async function authorization(refused,fetch,signal){const challenge=refused.
headers.get("www-authenticate")??"",value=key=>new RegExp(`${key}="([^"]*)"`).exec(challenge)?.[1],realm=value("realm");if(!/^bearer /i.test(challenge)||realm===
void 0||!URL.canParse(realm))return{};const url=new URL(realm);for(const key of["service","scope"]){const given=value(key);given!==void 0&&url.searchParams.set(
key,given)}const answered=tokenAnswer.safeParse(await(await fetch(url,{signal})).json()),token=answered.data?.token??answered.data?.access_token;return token===
void 0?{}:{authorization:`Bearer ${token}`}}const{isDeepStrictEqual}=process.getBuiltinModule("node:util");function revisionFor({taskDefinition,tags},wish){const containers=taskDefinition?.
containerDefinitions??[],names=containers.map(({name})=>name),missing=[...wish.images.keys()].find(name=>!names.includes(name));if(taskDefinition===void 0||missing!==
void 0)throw new UserError({happened:`The task definition has no container "${missing}", which ${wish.where}.images names; it has ${names.join(", ")||"none"}.`,
means:"Nothing was changed.",next:`Correct ${wish.where}.images.`});const changed=containers.map(container=>{const image=wish.images.get(container.name??"");return image===
void 0?container:{...container,image:image.pinned,environment:withVariables(container.environment??[],wish)}});if(isDeepStrictEqual(changed.map(plain),containers.
map(plain)))return{kind:"same"};const{taskDefinitionArn:_arn,revision:_revision,status:_status,requiresAttributes:_attributes,compatibilities:_compatibilities,registeredAt:_at,
registeredBy:_by,deregisteredAt:_until,family="",...kept}=taskDefinition,definition={...kept,family,containerDefinitions:changed};return{kind:"new",definition:tags===
void 0||tags.length===0?definition:{...definition,tags}}}function withVariables(there,{env,environment}){const wanted={...env,...environment},kept=there.filter(
({name=""})=>!Object.hasOwn(wanted,name)||wanted[name]!==void 0),named=new Set(kept.map(({name})=>name)),set=kept.map(one=>({name:one.name,value:wanted[one.name??
""]??one.value})),added=Object.entries(wanted).filter(([name,value])=>value!==void 0&&!named.has(name));return[...set,...added.map(([name,value])=>({name,value}))]}
function plain(container){const entries=Object.entries(container).filter(([,value])=>!Array.isArray(value)||value.length>0);return JSON.parse(JSON.stringify(Object.
fromEntries(entries)))}async function deployEcs(settings,context,request){const{log}=request,access=awsAccess(settings,context,request.signal);access.signal.throwIfAborted();
const images=await imagesOf(settings,context,access),env=filledVariables(settings.env,context);await requireAccount(settings,access,context.where);const service=await openEcs(
settings,context,access),artifacts=[...images.values()].map(({asked,digest})=>({name:asked,digests:[digest]}));for(const{asked,digest}of images.values())log.info(
`${asked} is ${digest}.`);return await sayingWhatRuns(()=>runningNow([service]),async()=>{refuseOther(artifacts,request);const seen=await service.look();requireRolling(
seen,service,context.where);const current=await service.definition(seen.taskDefinition??"");return await refuseDrift({settings,context,access,request,service,current}),
await putInPlace({settings,context,access,request,service,current,seen,images,env}),log.info(await runningNow([service])),artifacts})}async function putInPlace(placement){
const{settings,context,access,request,service,current,seen,images,env}=placement,{log}=request,wish={images,env,environment:request.environment,where:context.where},
revision=revisionFor(current,wish),desired=desiredCountOf(seen,service);try{let arn=seen.taskDefinition??"";revision.kind==="new"&&(arn=await service.register(revision.
definition),log.info(`${arn.split("/").at(-1)} is registered: ${[...images.values()].map(({pinned})=>pinned).join(", ")}.`)),seen.taskDefinition===arn&&seen.desiredCount===
desired||await service.update({taskDefinition:arn,desiredCount:desired});const{clock}=context.effects;await untilSteady({service,revision:arn,ready:settings.ready,
clock,log,signal:access.signal}),await readBack(service,images)}catch(error){if(!(error instanceof SystemFailure))throw error;const{detail}=error,means=`${request.
version} is not in place, or not wholly. ${detail.means}`.trim();throw new SystemFailure({...detail,means},{cause:error})}}async function openEcs(settings,context,access){
const{effects,where,placeholders}=context,fill=key=>effects.variables.fill(settings[key],`${where}.${key}`,placeholders);return await openService(access,fill("c\
luster"),fill("service"))}async function imagesOf(settings,{effects,where,placeholders},access){const asked=Object.entries(settings.images).map(([name,image])=>[
name,effects.variables.fill(image,`${where}.images.${name}`,placeholders)]),pinned=new Map;for(const[name,image]of asked)pinned.set(name,await pinnedImage(image,
{access,fetch:effects.fetch,where:`${where}.images.${name}`}));return pinned}function requireRolling(seen,service,where){const type=seen.deploymentController?.type??
"ECS";if(type!=="ECS")throw new UserError({happened:`${capital(service.title)} is deployed by ${type}.`,means:`Only what Amazon ECS itself deploys can be deploy\
ed by ${where}. Nothing was changed.`,next:"Deploy it by a command, or let Amazon ECS deploy the service (deploymentController: ECS)."})}async function refuseDrift({
settings,context,access,request,service,current}){if(request.refuseDrift!==!0)return;const sides=await Promise.all([request.from,request.to].map(async version=>{
const placeholders={...context.placeholders,version};return await imagesOf(settings,{...context,placeholders},access)}));for(const{name="",image=""}of current.taskDefinition?.
containerDefinitions??[]){const known=sides.flatMap(side=>{const found=side.get(name);return found===void 0?[]:[found.asked,found.pinned]});if(!(known.length===
0||known.includes(image)))throw new SystemFailure({happened:`The container "${name}" of ${service.title} runs ${image}, and the hop leads from ${request.from} t\
o ${request.to}: ${[...new Set(known)].join(", ")}.`,means:"Somebody else has put something in place. Nothing was changed.",next:"Find out who and why. Deploy b\
y hand what the configuration says, or correct the configuration; then run the step again."})}}async function readBack(service,images){for(const task of await service.
tasks("RUNNING"))for(const{name="",image="",healthStatus}of task.containers??[]){const wanted=images.get(name);if(wanted===void 0)continue;const isOther=image!==
wanted.pinned;if(!(!isOther&&healthStatus!=="UNHEALTHY"))throw new SystemFailure({happened:isOther?`A task of ${service.title} runs ${image} as "${name}", but ${wanted.
pinned} was deployed.`:`The container "${name}" of a task of ${service.title} is unhealthy.`,means:"",next:"Look at the deployments and the log of the service, \
correct the cause, and run the step again."})}}export{deployEcs,imagesOf,openEcs,revisionFor};
