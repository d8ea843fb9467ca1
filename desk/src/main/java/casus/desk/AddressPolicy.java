package casus.desk;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;

/// Which machines a source may be fetched from.
@FunctionalInterface
public interface AddressPolicy {
  boolean allows(InetAddress address);

  /// Machines of the public internet only: an address in a dossier from a stranger must not reach
  /// this computer, its neighbours, or what a cloud tells its own machines.
  AddressPolicy PUBLIC = AddressPolicy::isPublic;

  private static boolean isPublic(InetAddress address) {
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) return false;
    var bytes = address.getAddress();
    return switch (address) {
      case Inet4Address _ -> isPublic4(bytes);
      case Inet6Address _ -> isPublic6(bytes);
      default -> false;
    };
  }

  /// Beside what the platform knows: "this network", shared address space, protocol assignments,
  /// benchmarks, documentation, and what is reserved (RFC 6890).
  private static boolean isPublic4(byte[] bytes) {
    var a = bytes[0] & 0xFF;
    var b = bytes[1] & 0xFF;
    var c = bytes[2] & 0xFF;
    return !(a == 0
        || a >= 240
        || (a == 100 && b >= 64 && b < 128)
        || (a == 192 && b == 0 && (c == 0 || c == 2))
        || (a == 198 && (b == 18 || b == 19))
        || (a == 198 && b == 51 && c == 100)
        || (a == 203 && b == 0 && c == 113));
  }

  /// Global unicast is 2000::/3; of it 6to4, Teredo and documentation can lead elsewhere or
  /// nowhere.
  private static boolean isPublic6(byte[] bytes) {
    if ((bytes[0] & 0xE0) != 0x20) return false;
    var head = Arrays.copyOf(bytes, 4);
    return !(head[0] == 0x20 && head[1] == 0x02)
        && !(head[0] == 0x20 && head[1] == 0x01 && head[2] == 0 && head[3] == 0)
        && !(head[0] == 0x20 && head[1] == 0x01 && head[2] == 0x0D && (head[3] & 0xFF) == 0xB8);
  }
}
