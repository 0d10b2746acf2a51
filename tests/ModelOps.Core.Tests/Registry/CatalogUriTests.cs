using ModelOps.Abstractions.Catalogs;

namespace ModelOps.Core.Tests.Registry;

public sealed class CatalogUriTests
{
    [Theory]
    [InlineData("https://secret@host/repo", "https://host/repo")]
    [InlineData("https://bob:secret@host", "https://host")]
    [InlineData("https://bob:secret@host:8080/repo", "https://host:8080/repo")]
    [InlineData("https://bob:p/secret@host/repo.git", "https://host/repo.git")]
    [InlineData("https://bob:se@cret/x@host/repo", "https://host/repo")]
    [InlineData("https://bob:se?secret@host/repo", "https://host/repo")]
    [InlineData("postgresql+psycopg2://bob:secret/x@host/db", "postgresql+psycopg2://host/db")]
    [InlineData("bob:secret@host:org/repo.git", "host:org/repo.git")]
    [InlineData("https://host/repo?private_token=secret", "https://host/repo?***")]
    [InlineData("https://host/repo#secret", "https://host/repo#***")]
    [InlineData("sqlite:///x.db?key=secret", "sqlite:///x.db?***")]
    [InlineData("https://host?token=secret@x", "https://host?***")]
    public void Credentials_are_left_out(string uri, string expected) => Assert.Equal(expected, CatalogUri.Redact(uri));

    [Theory]
    [InlineData("")]
    [InlineData("@")]
    [InlineData("https://")]
    [InlineData("https://host:8080/a@b")]
    [InlineData("https://host/a:b@c")]
    [InlineData("git@host:org/repo.git")]
    [InlineData("sqlite:////data/a@b.db")]
    [InlineData("mlflow-artifacts:/1/a@b")]
    [InlineData("/srv/git/repo@2")]
    public void What_carries_none_stays_as_it_is(string uri) => Assert.Equal(uri, CatalogUri.Redact(uri));
}
