/** Scratch, never committed. */
import { canonicalJson, sha256 } from '#shared/base/hash.ts';
import type { Drawing, Family, Vec3 } from './family.ts';
const cx=(a:number[],b:number[])=>[a[1]!*b[2]!-a[2]!*b[1]!,a[2]!*b[0]!-a[0]!*b[2]!,a[0]!*b[1]!-a[1]!*b[0]!];
const sub=(a:number[],b:number[])=>[a[0]!-b[0]!,a[1]!-b[1]!,(a[2]??0)-(b[2]??0)];
function lines(points:number[][]){const out:[number,number,number][]=[];for(let i=0;i<points.length;i++)for(let j=0;j<i;j++)for(let k=0;k<j;k++){if(cx(sub(points[j]!,points[i]!),sub(points[k]!,points[i]!)).every(v=>v===0))out.push([i,j,k]);}return out;}
export const scratchPoints: Family<any> = {
  id:'no-three-in-line',rules:1,title:'Lanterns',hand:'points',kind:'record',better:'higher',unit:'point',delta:()=>1,
  parseInstance:(raw:any)=>raw,parsePayload:(raw:any)=>raw,generate:async()=>({instance:{n:5},witness:null}),
  judge:async(_i,p:any)=>{const l=lines(p.points)[0];if(p.points.length===0)return{ok:false,reason:{code:'x',sentence:'No lantern is set yet.'}};if(l)return{ok:false,reason:{code:'x',sentence:`Lanterns ${l.map(i=>`(${p.points[i].join(', ')})`).join(', ')} stand in one line.`}};return{ok:true,value:p.points.length,unit:'point',digest:sha256(canonicalJson(p))};},
  canonical:async(_i,p:any)=>canonicalJson(p),basin:async(_i,p:any)=>canonicalJson(p),polish:(_i,p)=>p,kinship:()=>0,
  limit:(i:any)=>({value:2*i.n*i.n,source:'every one of the n² vertical lines may hold two lanterns at most.'}),likeness:(i)=>canonicalJson(i),
  brief:()=>({task:'Set as many lanterns as you can so that no three stand in one line.',science:'Dudeney 1917.'}),
  workpiece:(i:any)=>({hand:'points',size:[i.n,i.n,i.n],taken:i.taken??[]}) as any,
  show:(i:any,p:any):Drawing=>{const n=i.n,s=1;const at=(q:number[]):Vec3=>[(q[0]!-(n-1)/2)*s,(q[1]!-(n-1)/2)*s+3,(q[2]!-(n-1)/2)*s];const pts=p?.points??[];const bad=lines(pts);const links:any[]=[];const h=n-0.5;const c=(x:number,y:number,z:number)=>at([x?n-.5:-.5,y?n-.5:-.5,z?n-.5:-.5]);
   for(const [a,b] of [[0,0],[0,1],[1,0],[1,1]] as const){links.push({from:c(0,a,b),to:c(1,a,b),colour:'#a99cc0'},{from:c(a,0,b),to:c(a,1,b),colour:'#a99cc0'},{from:c(a,b,0),to:c(a,b,1),colour:'#a99cc0'});}
   return{points:pts.map((q:number[],k:number)=>({at:at(q),radius:0.24,colour:bad.some(l=>l.includes(k))?'#ff8a7a':'#ffd98a'})),links,boxes:(i.taken??[]).map((q:number[])=>({at:at(q),half:[.3,.3,.3],yaw:0,colour:'#5a547e'})),beams:bad.map(l=>{const ps=l.map(k=>pts[k]!);ps.sort((a,b)=>a[0]-b[0]||a[1]-b[1]||a[2]-b[2]);return{from:at(ps[0]),to:at(ps[2]),colour:'#ff4a4a'};}),labels:[]};},
};
const norm=(v:number[])=>{const l=Math.hypot(...v)||1;return v.map(x=>x/l);};
const vecs=(p:any)=>p.vectors.map((v:string[])=>norm(v.map(Number)));
function energy(v:number[][]){let e=0;for(let i=0;i<v.length;i++)for(let j=0;j<i;j++)e+=1/Math.hypot(...sub(v[i]!,v[j]!));return e;}
export const scratchVectors: Family<any> = {
  id:'thomson',rules:1,title:'Beacons',hand:'vectors',kind:'record',better:'lower',unit:'energy',delta:()=>1e-6,
  parseInstance:(raw:any)=>raw,parsePayload:(raw:any)=>raw,generate:async()=>({instance:{n:20},witness:null}),
  judge:async(_i,p:any)=>({ok:true,value:energy(vecs(p)).toFixed(12),unit:'energy',digest:sha256(canonicalJson(p))}),
  canonical:async(_i,p:any)=>canonicalJson(p),basin:async(_i,p:any)=>canonicalJson(p),
  polish:(_i,p:any)=>{let v=vecs(p) as number[][];let step=0.02;let e=energy(v);for(let k=0;k<400;k++){const w=v.map((a,i)=>{const f=[0,0,0];for(let j=0;j<v.length;j++)if(j!==i){const d=sub(a,v[j]!);const r=Math.hypot(...d);for(let c=0;c<3;c++)f[c]!+=d[c]!/r**3;}return norm(a.map((x,c)=>x+step*f[c]!));});const f2=energy(w);if(f2<e){v=w;e=f2;step*=1.2;}else step*=.5;}return{kind:'vectors',vectors:v.map(a=>a.map(x=>x.toFixed(16)))} as any;},
  kinship:()=>0,limit:()=>null,likeness:(i)=>canonicalJson(i),brief:()=>({task:'Push the beacons so far apart that their energy falls as low as it can.',science:'Thomson 1904.'}),
  workpiece:(i:any)=>({hand:'vectors',start:Array.from({length:i.n},(_,k)=>{const y=1-2*(k+.5)/i.n,r=Math.sqrt(1-y*y),t=k*2.399963+(k%3)*.4;return[String((Math.cos(t)*r).toFixed(12)),String(y.toFixed(12)),String((Math.sin(t)*r).toFixed(12))];})}),
  show:(_i,p:any):Drawing=>{const v=vecs(p) as number[][];const R=2;const at=(q:number[])=>q.map(x=>x*R) as any;const links:any[]=[];const deg=v.map(()=>0);const reach=Math.sqrt(4*Math.PI/v.length)*1.32;for(let i=0;i<v.length;i++)for(let j=0;j<i;j++)if(Math.hypot(...sub(v[i]!,v[j]!))<reach){links.push({from:at(v[i]!),to:at(v[j]!),colour:'#e8e0ff'});deg[i]!++;deg[j]!++;}
   return{points:v.map((q,i)=>({at:at(q),radius:.13,colour:deg[i]!<=5?'#ffb46b':deg[i]===6?'#fff4e0':'#7fd8ff'})),links,boxes:[],beams:[],labels:[]};},
};
