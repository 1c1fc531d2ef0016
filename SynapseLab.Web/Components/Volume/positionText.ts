import { voxelIndex } from './planeGeometry';
import { structureBits, type Structure, type VolumeBytes, type Zyx } from './volumeBytes';

const words: Readonly<Record<Structure, string>> = {
  vesicle: 'vesicle cloud',
  cleft: 'cleft',
  presynaptic: 'presynaptic',
  postsynaptic: 'postsynaptic',
  mitochondria: 'mitochondrion',
};

/** Says in words what lies at a voxel of the window: place in voxels and nm of the whole volume, values, structures. */
export function positionText(volume: VolumeBytes, spacingNm: Zyx, voxel: Zyx): string {
  const place = voxel.map((value, axis) => value + volume.origin[axis]!);
  const nanometres = place.map((value, axis) => Math.round(value * spacingNm[axis]!));
  const where = `z ${place[0]}, y ${place[1]}, x ${place[2]} voxel (${nanometres.join(', ')} nm)`;
  const index = voxelIndex(volume.shape, voxel);
  if (index < 0) return `${where} · outside the window`;
  const bits = volume.structures[index]!;
  const here = (Object.keys(structureBits) as Structure[]).filter(name => (bits & structureBits[name]) !== 0);
  const segment = volume.segments[index]! === 0 ? 'no segment' : `segment ${volume.segments[index]}`;
  return [where, `grey ${volume.raw[index]}`, segment, ...here.map(name => words[name])].join(' · ');
}
