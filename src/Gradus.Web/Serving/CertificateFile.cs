using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Gradus.Web.Serving;

/// <summary>A certificate with its key in PEM files, read anew when they change, so that one that is renewed needs no restart.</summary>
public sealed class CertificateFile
{
    private static readonly TimeSpan Fineness = TimeSpan.FromMinutes(1);
    private readonly Lock _lock = new();
    private readonly string _certificate;
    private readonly string _key;
    private readonly TimeProvider _clock;
    private SslStreamCertificateContext _context;
    private (DateTime Certificate, DateTime Key) _written;
    private DateTimeOffset _looked;

    private CertificateFile(string certificate, string key, TimeProvider clock)
    {
        _certificate = certificate;
        _key = key;
        _clock = clock;
        _written = Written();
        _looked = clock.GetUtcNow();
        _context = Load();
    }

    /// <summary>What Kestrel serves: the certificate with the chain that stands in its file.</summary>
    internal SslStreamCertificateContext Context
    {
        get
        {
            lock (_lock)
            {
                DateTimeOffset now = _clock.GetUtcNow();
                if (now - _looked >= Fineness)
                {
                    _looked = now;
                    Renew();
                }

                return _context;
            }
        }
    }

    /// <summary>Opens the files.</summary>
    /// <param name="certificate">The certificate in PEM, with its chain after it where there is one.</param>
    /// <param name="key">Its key in PEM, not encrypted.</param>
    /// <param name="clock">Says when to look at the files again.</param>
    /// <returns>The certificate.</returns>
    /// <exception cref="InvalidDataException">A file cannot be read, or the two do not belong together; the message names them.</exception>
    public static CertificateFile Open(string certificate, string key, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        foreach (string path in (string[])[certificate, key])
        {
            if (!File.Exists(path))
            {
                throw new InvalidDataException($"{path}: there is no such file.");
            }
        }

        return new CertificateFile(certificate, key, clock);
    }

    private (DateTime Certificate, DateTime Key) Written() => (File.GetLastWriteTimeUtc(_certificate), File.GetLastWriteTimeUtc(_key));

    private void Renew()
    {
        try
        {
            if (Written() is var written && written != _written)
            {
                _context = Load();
                _written = written;
            }
        }
        catch (InvalidDataException)
        {
            // Half of a renewal: the old certificate serves until both files fit.
        }
    }

    private SslStreamCertificateContext Load()
    {
        try
        {
            X509Certificate2 leaf = X509Certificate2.CreateFromPemFile(_certificate, _key);
            if (OperatingSystem.IsWindows())
            {
                // Windows serves no key that lives in memory alone.
                leaf = X509CertificateLoader.LoadPkcs12(leaf.Export(X509ContentType.Pkcs12), null);
            }

            X509Certificate2Collection all = [];
            all.ImportFromPemFile(_certificate);
            return SslStreamCertificateContext.Create(leaf, [.. all.Where(other => other.Thumbprint != leaf.Thumbprint)], offline: true);
        }
        catch (Exception error) when (error is CryptographicException or ArgumentException or IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"{_certificate} and {_key} cannot be used as a certificate with its key ({error.Message.ReplaceLineEndings(" ")}); give PEM files that belong together, the key not encrypted.", error);
        }
    }
}
