-- The same for SQLite and PostgreSQL. `integer primary key` is what SQLite keeps rows by.

-- One row. Whoever writes begins by raising `revision`, so that one writer waits for the other.
create table casus_index (
  id integer not null primary key,
  revision bigint not null
);
insert into casus_index (id, revision) values (1, 0);

-- Where forecasts were read from: a dossier's ledger or an imported set.
create table casus_origin (
  id integer not null primary key,
  kind varchar(10) not null,
  place varchar(4000) not null,
  name varchar(4000) not null,
  stamp varchar(64) not null,
  first_question integer not null,
  last_question integer not null,
  first_forecast integer not null,
  last_forecast integer not null,
  unique (kind, place)
);

-- The entries of a ledger that none followed when it was read.
create table casus_head (
  origin integer not null references casus_origin (id),
  entry varchar(64) not null,
  primary key (origin, entry)
);

create table casus_question (
  id integer not null primary key,
  name varchar(4000) not null,
  title text not null,
  ladder integer not null,
  opens varchar(40),
  closes varchar(40),
  state varchar(10) not null,
  happened integer,
  known varchar(40),
  because text
);

create table casus_outcome (
  question integer not null references casus_question (id),
  number integer not null,
  name varchar(4000) not null,
  primary key (question, number)
);

create table casus_forecaster (
  id integer not null primary key,
  name varchar(4000) not null unique
);

-- No foreign keys: with a million rows they double the time, and rows come and go by origin only.
create table casus_forecast (
  id integer not null primary key,
  question integer not null,
  forecaster integer not null,
  seconds bigint not null,
  nanos integer not null,
  probabilities text not null
);
